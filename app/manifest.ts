import type { MetadataRoute } from "next";

/** So that a phone can keep Tandem on its home screen. */
export default function manifest(): MetadataRoute.Manifest {
  return {
    name: "Tandem",
    short_name: "Tandem",
    description: "A todo list and an assistant that work on the same list.",
    start_url: "/today",
    display: "standalone",
    background_color: "#fdfdfc",
    theme_color: "#fdfdfc",
    icons: [
      { src: "/icon-192.png", sizes: "192x192", type: "image/png" },
      { src: "/icon-512.png", sizes: "512x512", type: "image/png" },
      { src: "/icon-maskable-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
    ],
  };
}
