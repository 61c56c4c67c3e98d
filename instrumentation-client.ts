import * as keyGuard from "@/components/shell/key-guard";
import * as reachability from "@/components/shell/reachability";
import * as historyLayers from "@/components/ui/history-layers";

// Before anything of the page or the router listens, or sends its first request.
keyGuard.install();
historyLayers.install();
reachability.install();
