import { config } from "zod/v4/core";
import * as keyGuard from "@/components/shell/key-guard";
import * as reachability from "@/components/shell/reachability";
import * as historyLayers from "@/components/ui/history-layers";

// zod would try whether it may compile schemas, which the page's policy forbids, and the browser reports.
config({ jitless: true });

// Before anything of the page or the router listens, or sends its first request.
keyGuard.install();
historyLayers.install();
reachability.install();
