using System.Text.RegularExpressions;
using LanChat.EndToEnd.Tests.Clients;
using LanChat.EndToEnd.Tests.Programs;

namespace LanChat.EndToEnd.Tests.Web;

public sealed partial class MetricNamesSpecs(OneServerWithHistory one) : IClassFixture<OneServerWithHistory>
{
    /// <summary>
    /// Released metrics with type and labels: dashboards and alerts depend on them.
    /// </summary>
    private const string Released = """
        dotnet_assembly_count gauge
        dotnet_exceptions_total counter error_type
        dotnet_gc_collections_total counter gc_heap_generation
        dotnet_gc_heap_total_allocated_bytes_total counter
        dotnet_gc_last_collection_heap_fragmentation_size_bytes gauge gc_heap_generation
        dotnet_gc_last_collection_heap_size_bytes gauge gc_heap_generation
        dotnet_gc_last_collection_memory_committed_size_bytes gauge
        dotnet_gc_pause_time_seconds_total counter
        dotnet_jit_compilation_time_seconds_total counter
        dotnet_jit_compiled_il_size_bytes_total counter
        dotnet_jit_compiled_methods_total counter
        dotnet_monitor_lock_contentions_total counter
        dotnet_process_cpu_count gauge
        dotnet_process_cpu_time_seconds_total counter cpu_mode
        dotnet_process_memory_working_set_bytes gauge
        dotnet_thread_pool_queue_length_total counter
        dotnet_thread_pool_thread_count_total counter
        dotnet_thread_pool_work_item_count_total counter
        dotnet_timer_count gauge
        lanchat_connections gauge dialect
        lanchat_connections_closed_total counter reason
        lanchat_deliveries_total counter
        lanchat_history_unwritten gauge
        lanchat_history_write_duration_seconds histogram le=0.0001 le=0.001 le=0.01 le=0.1 le=1 le=10 le=+Inf
        lanchat_lines_total counter
        lanchat_members gauge
        lanchat_queue_bytes gauge
        lanchat_turn_duration_seconds histogram le=1E-05 le=0.0001 le=0.001 le=0.01 le=0.1 le=1 le=+Inf
        lanchat_turn_messages histogram le=1 le=2 le=4 le=8 le=16 le=32 le=64 le=128 le=256 le=+Inf
        """;

    // No exception is thrown in this test and no client reads slowly.
    private static readonly string[] Absent =
        ["dotnet_exceptions_total counter error_type", "lanchat_queue_bytes gauge"];

    [Fact]
    public async Task Metric_names_types_and_labels_are_those_released()
    {
        using var ann = await LineClient.Enter(one.Server.EndPoint, "ann");
        await ann.Type(new string('x', 70_000));
        while (await ann.NextFrame() is not null) { }

        using var monitor = new HttpClient();
        var page = await monitor.GetStringAsync(new Uri(one.Server.Page, "/metrics"));

        Assert.Equal(
            Released.ReplaceLineEndings("\n").Split('\n'), Families(page).Union(Absent).Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Families(string page) => Family().Matches(page).Select(family =>
    {
        var isHistogram = family.Groups["type"].Value == "histogram";
        var labels = Label().Matches(family.Groups["series"].Value)
            .Select(label => isHistogram ? $"le={label.Groups["value"]}" : label.Groups["name"].Value).Distinct();
        return string.Join(' ', labels.Prepend($"{family.Groups["name"]} {family.Groups["type"]}"));
    });

    [GeneratedRegex(
        @"^# TYPE (?<name>\S+) (?<type>\S+)\n(# HELP .*\n)?(?<series>([^#].*\n)*)",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Family();

    [GeneratedRegex("[{,](?<name>\\w+)=\"(?<value>[^\"]*)\"")]
    private static partial Regex Label();
}
