# Reads rows such as "hundred redis dialect=redis deliveries_per_s=8000000 …", several of each, and prints what their medians are to each
# other, and to the goals.

{
    for (i = 3; i <= NF; i++) {
        split($i, pair, "=")
        if (pair[2] == "") continue
        key = $1 SUBSEP $2 SUBSEP ($3 == "afterwards" ? "after_" : "") pair[1]
        values[key, ++count[key]] = pair[2] + 0
    }
    seen[$1] = 1
    if ($2 !~ /^(limit|without|(lanchat|base)(-warm)?)$/) peers[$2] = 1
}

function median(row, who, what,    key, n, i, j, swap, sorted) {
    key = row SUBSEP who SUBSEP what
    n = count[key]
    if (!n) return ""
    for (i = 1; i <= n; i++) sorted[i] = values[key, i]
    for (i = 1; i <= n; i++) for (j = i + 1; j <= n; j++) if (sorted[j] < sorted[i]) { swap = sorted[i]; sorted[i] = sorted[j]; sorted[j] = swap }
    return n % 2 ? sorted[(n + 1) / 2] : (sorted[n / 2] + sorted[n / 2 + 1]) / 2
}

# The peer with the highest value, or the lowest if sign is -1; sets who.
function best(row, what, sign,    peer, value, found) {
    who = ""
    for (peer in peers) {
        value = median(row, peer, what)
        if (value != "" && (who == "" || sign * value > sign * found)) { found = value; who = peer }
    }
    return found
}

function ratio(a, b) { return a == "" || b == "" || b == 0 ? "" : sprintf("%.2f", a / b) }

function show(row, what, goal, holds,    ours, peer) {
    ours = median(row, "lanchat", what)
    peer = best(row, what, sign)
    printf "| %-8s | %-20s | %9s | %9s | %9s | %-18s | %9s | %5s | %6s | %-22s | %-5s |\n", row, what, ours, median(row, "lanchat-warm", what), median(row, "base", what), \
        who == "" ? "" : peer " " who, median(row, "limit", what), ratio(ours, peer), ratio(ours, median(row, "limit", what)), goal, goal == "" ? "" : holds ? "yes" : "no"
}

function above(row, what) { return median(row, "lanchat", what) >= best(row, what, 1) }

function below(row, what) { return who_less(median(row, "lanchat", what), best(row, what, -1)) }

function who_less(ours, theirs) { return theirs == "" || ours <= theirs }

BEGIN { CONVFMT = "%.10g" }

END {
    print "\n| row      | median               |   LanChat | ran before |     base | best peer          |     limit | /peer | /limit | goal                   | holds |"
    print "|---|---|---|---|---|---|---|---|---|---|---|"
    sign = 1
    if ("hundred" in seen) {
        show("hundred", "deliveries_per_s", ">= peer, >= 0.5 limit", above("hundred", "deliveries_per_s") && median("hundred", "lanchat", "deliveries_per_s") >= 0.5 * median("hundred", "limit", "deliveries_per_s"))
        show("hundred", "deliveries_per_cpu_s", ">= peer", above("hundred", "deliveries_per_cpu_s"))
    }
    if ("ten" in seen) {
        ours = median("ten", "lanchat", "deliveries_per_s")
        show("ten", "deliveries_per_s", ">= inspircd and nats", ours >= median("ten", "inspircd", "deliveries_per_s") && ours >= median("ten", "nats", "deliveries_per_s"))
    }
    if ("thousand" in seen) show("thousand", "deliveries_per_s", ">= peer", above("thousand", "deliveries_per_s"))
    sign = -1
    if ("latency" in seen) {
        show("latency", "p99_ms", "<= peer", below("latency", "p99_ms"))
        show("latency", "max_ms", "<= 3 x own p99", median("latency", "lanchat", "max_ms") <= 3 * median("latency", "lanchat", "p99_ms"))
        show("latency", "server_cpu_s", "<= peer", below("latency", "server_cpu_s"))
    }
    if ("storm" in seen) {
        show("storm", "settle_s", "<= 1", median("storm", "lanchat", "settle_s") <= 1)
        show("storm", "bytes_received", "", 1)
    }
    if ("idle" in seen) {
        show("idle", "rss_per_client_kib", "<= 12", median("idle", "lanchat", "rss_per_client_kib") <= 12)
        show("idle", "rss_kib", "", 1)
        show("idle", "after_rss_kib", "given back", median("idle", "lanchat", "after_rss_kib") < median("idle", "lanchat", "rss_kib"))
    }
    if ("slow" in seen) {
        show("slow", "deliveries_per_s", "", 1)
        show("slow", "rss_kib", "", 1)
        lines = median("slow", "lanchat", "lines") / median("slow", "lanchat", "seconds")
        all = median("slow", "without", "lines") / median("slow", "without", "seconds")
        printf "\nWith 10 of 100 that never read: %.0f lines/s; without: %.0f. Ratio %s, goal >= 0.90: %s.\n", lines, all, ratio(lines, all), (lines >= 0.9 * all) ? "yes" : "no"
    }
}
