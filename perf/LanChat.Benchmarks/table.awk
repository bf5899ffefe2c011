# Reads rows such as "hundred redis dialect=redis deliveries_per_s=8000000 …", a round after the other, and prints the medians, and what each
# is to Redis: the median of the ratios within a round, and the least and the largest of them. Then what LanChat is held to.

{
    for (i = 3; i <= NF; i++) {
        split($i, pair, "=")
        if (pair[2] == "") continue
        key = $1 SUBSEP $2 SUBSEP pair[1]
        values[key, ++count[key]] = pair[2] + 0
    }
    if (!(($1, $2) in met)) { met[$1, $2] = 1; who[$1, ++contenders[$1]] = $2 }
}

function sort(list, n,    i, j, swap) {
    for (i = 1; i <= n; i++) for (j = i + 1; j <= n; j++) if (list[j] < list[i]) { swap = list[i]; list[i] = list[j]; list[j] = swap }
}

function middle(list, n) { return n % 2 ? list[(n + 1) / 2] : (list[n / 2] + list[n / 2 + 1]) / 2 }

function median(row, name, what,    key, n, i, list) {
    key = row SUBSEP name SUBSEP what
    n = count[key]
    if (!n) return ""
    for (i = 1; i <= n; i++) list[i] = values[key, i]
    sort(list, n)
    return middle(list, n)
}

# Sets ratio, least and largest; false where there is nothing to compare.
function compare(row, name, other, what,    mine, theirs, n, i, list) {
    mine = row SUBSEP name SUBSEP what
    theirs = row SUBSEP other SUBSEP what
    n = count[mine] < count[theirs] ? count[mine] : count[theirs]
    if (!n) return 0
    for (i = 1; i <= n; i++) {
        if (!values[theirs, i]) return 0
        list[i] = values[mine, i] / values[theirs, i]
    }
    sort(list, n)
    ratio = middle(list, n); least = list[1]; largest = list[n]
    return 1
}

function show(row, what,    i, name) {
    for (i = 1; i <= contenders[row]; i++) {
        name = who[row, i]
        if (median(row, name, what) == "") continue
        printf "| %-8s | %-18s | %-20s | %12.10g | %-18s |\n", row, what, name, median(row, name, what), \
            compare(row, name, "redis", what) ? sprintf("%.2f (%.2f–%.2f)", ratio, least, largest) : ""
    }
}

function verdict(name, what, value, bound) {
    if (value == "" || bound == "") return
    printf "| %-8s | %-52s | %8.3g | %s |\n", name, what, value, bound ? "yes" : "no"
}

function against(name, row, what, other, factor, sign, text) {
    if (compare(row, name, other, what)) verdict(name, text, ratio, sign > 0 ? ratio >= factor : ratio <= factor)
}

function absolute(name, row, what, most, text,    value) {
    value = median(row, name, what)
    if (value != "") verdict(name, text, value, value <= most)
}

function tail(name, most,    max, p99) {
    max = median("latency", name, "max_ms"); p99 = median("latency", name, "p99_ms")
    if (p99 != "") verdict(name, "latency: max within " most " × own p99", max / p99, max <= most * p99)
}

BEGIN { CONVFMT = "%.10g" }

END {
    print "\n| row      | what               | who                  |       median | of Redis           |"
    print "|---|---|---|---|---|"
    n = split("hundred ten thousand latency storm idle slow", rows, " ")
    for (i = 1; i <= n; i++) {
        row = rows[i]
        if (!(row in contenders)) continue
        if (row ~ /hundred|ten|thousand|slow/) { show(row, "deliveries_per_s"); show(row, "deliveries_per_cpu_s") }
        if (row == "latency") { show(row, "p99_ms"); show(row, "max_ms"); show(row, "server_cpu_s") }
        if (row == "storm") { show(row, "settle_s"); show(row, "bytes_received") }
        if (row == "idle") { show(row, "rss_per_client_kib"); show(row, "rss_kib") }
    }

    print "\n| transport | held to | is | holds |"
    print "|---|---|---|---|"
    against("akka-io", "hundred", "deliveries_per_s", "redis", 0.8, 1, "100 receivers: at least 0.8 of Redis")
    against("akka-io", "thousand", "deliveries_per_s", "redis", 1, 1, "1,000 receivers: at least Redis")
    against("akka-io", "latency", "p99_ms", "redis", 1.2, -1, "latency: p99 at most 1.2 of Redis")
    tail("akka-io", 4)
    absolute("akka-io", "storm", "settle_s", 1.2, "storm: at most 1.2 s")
    absolute("akka-io", "idle", "rss_per_client_kib", 48, "idle: at most 48 KiB a connection")
    against("kestrel", "hundred", "deliveries_per_s", "redis", 1, 1, "100 receivers: at least Redis")
    against("kestrel", "thousand", "deliveries_per_s", "redis", 1, 1, "1,000 receivers: at least Redis")
    against("kestrel", "ten", "deliveries_per_s", "nats", 1, 1, "10 receivers: at least NATS")
    against("kestrel", "latency", "p99_ms", "redis", 1, -1, "latency: p99 at most Redis'")
    tail("kestrel", 3)
    against("kestrel", "latency", "server_cpu_s", "nats", 1, -1, "latency: no more CPU than NATS")
    absolute("kestrel", "storm", "settle_s", 1, "storm: at most 1 s")
    absolute("kestrel", "idle", "rss_per_client_kib", 16, "idle: at most 16 KiB a connection")
}
