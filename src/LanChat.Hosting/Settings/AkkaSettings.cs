using LanChat.Texts;

namespace LanChat.Settings;

/// <summary>
/// Validates those keys of <c>akka</c> whose wrong values would let Akka.NET start and then hang or
/// not answer. Both programs check them before they start anything.
/// </summary>
public static class AkkaSettings
{
    /// <summary>The prefix of all Akka.NET keys.</summary>
    public const string Prefix = "akka.";

    private const string FrameKey = "akka.io.tcp.maximum-frame-size";
    private const string AcceptKey = "akka.io.tcp.batch-accept-limit";
    private const string QueueKey = "akka.io.tcp.write-commands-queue-max-size";
    private const int LargestFrame = 1024 * 1024;
    private const int LargestBuffer = 64 * 1024 * 1024;
    private const int LargestDatagram = 64 * 1024;

    /// <exception cref="SettingsException">A value is wrong.</exception>
    public static void Check(LayeredSettings settings)
    {
        var frame = settings.Size(FrameKey, 1024, LargestFrame);
        _ = settings.Size("akka.io.tcp.receive-buffer-size", 2 * frame, LargestBuffer);
        _ = settings.Size("akka.io.tcp.send-buffer-size", 2 * frame, LargestBuffer);
        if (settings.Text(AcceptKey) != "scale-to-cpus") _ = settings.Number(AcceptKey, 1, 1000);
        _ = settings.Duration("akka.io.tcp.register-timeout", TimeSpan.FromMilliseconds(100));
        // The programs bound their own queues; a write that Akka.IO refused would end its
        // connection.
        if (settings.Text(QueueKey) != "-1") throw settings.Wrong(QueueKey, SettingsTexts.OnlyUnbounded);
        _ = settings.Size("akka.io.udp.disabled-buffer-pool.buffer-size", 2048, LargestDatagram);
        _ = settings.Number("akka.actor.default-dispatcher.throughput", 1, int.MaxValue);
    }
}
