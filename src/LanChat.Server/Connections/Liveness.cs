using LanChat.Server.Settings;

namespace LanChat.Server.Connections;

/// <summary>Decides when to ping a silent client, and when to disconnect it.</summary>
internal sealed class Liveness(LivenessSettings settings)
{
    private int _silentTicks;

    public TimeSpan Interval => settings.Ping;

    /// <summary>Whether the idle timeout has passed.</summary>
    public bool IsOver => _silentTicks * settings.Ping >= settings.Idle;

    /// <summary>Starts counting, when the client has joined.</summary>
    public void Start() => _silentTicks = 1;

    /// <summary>Resets the count: the client sent bytes.</summary>
    public void Renew() => _silentTicks = 0;

    /// <summary>
    /// Counts an interval; returns the number to ping with. Returns null for the first interval
    /// after the client's last bytes, which it was silent for only in part.
    /// </summary>
    public int? Tick() => _silentTicks++ is > 0 and var number ? number : null;
}
