using System.Diagnostics.Metrics;

namespace LanChat.Server.Metrics;

/// <summary>
/// The meter <c>LanChat.Server</c>, read by <c>/metrics</c> and <c>dotnet-counters</c>. Counts per
/// message and per member are added up and recorded once per batch.
/// </summary>
internal static class ServerMeter
{
    public const string Name = "LanChat.Server";

    private static readonly Meter Meter = new(Name);

    public static readonly UpDownCounter<long> Connections =
        Meter.CreateUpDownCounter<long>("lanchat.connections", description: "Open connections, by dialect.");

    public static readonly Counter<long> Closed =
        Meter.CreateCounter<long>(
            "lanchat.connections.closed",
            description: "Connections the server closed, by reason: too-slow, flooding, silent and so on.");

    public static readonly UpDownCounter<long> Members =
        Meter.CreateUpDownCounter<long>("lanchat.members", description: "Who is in the room.");

    public static readonly Counter<long> Lines =
        Meter.CreateCounter<long>(
            "lanchat.lines", description: "Messages of the room: what was said and what happened.");

    public static readonly Counter<long> Deliveries =
        Meter.CreateCounter<long>("lanchat.deliveries", description: "Messages times the members they were sent to.");

    public static readonly UpDownCounter<long> Waiting =
        Meter.CreateUpDownCounter<long>(
            "lanchat.queue",
            "By",
            "What waits for clients who read slowly, for each of them in steps of 64 KiB.");

    public static readonly Histogram<int> BatchSize = Meter.CreateHistogram(
        "lanchat.turn.messages",
        null,
        "Messages in a turn.",
        null,
        new InstrumentAdvice<int> { HistogramBucketBoundaries = [1, 2, 4, 8, 16, 32, 64, 128, 256] });

    public static readonly Histogram<double> BroadcastTime = Meter.CreateHistogram(
        "lanchat.turn.duration", "s", "How long the room took to tell a turn to everyone.", null,
        new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.00001, 0.0001, 0.001, 0.01, 0.1, 1] });

    public static readonly UpDownCounter<long> Unwritten =
        Meter.CreateUpDownCounter<long>(
            "lanchat.history.unwritten", description: "Messages that are not in the history yet.");

    public static readonly Histogram<double> WriteTime = Meter.CreateHistogram(
        "lanchat.history.write.duration", "s", "How long the history took to write what came together.", null,
        new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.0001, 0.001, 0.01, 0.1, 1, 10] });
}
