import type { NextRequest } from "next/server";
import { run } from "../../../statements";

type Context = { params: Promise<{ number: string }> };

export async function GET(_: NextRequest, { params }: Context): Promise<Response> {
  const [rows] = await run((await params).number);
  return Response.json({ items: rows });
}

export async function POST(request: NextRequest, { params }: Context): Promise<Response> {
  await request.json();
  const [rows] = await run((await params).number);
  return Response.json(rows?.[0], { status: 201 });
}

export async function PUT(request: NextRequest, { params }: Context): Promise<Response> {
  const [rows] = await run((await params).number, request.nextUrl.searchParams.get("id"));
  return Response.json(rows?.[0]);
}
