import { install } from "@/components/shell/reachability";

// Before the router sends its first request.
install();
