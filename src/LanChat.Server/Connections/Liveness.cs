using LanChat.Server.Settings;

namespace LanChat.Server.Connections;

/// <summary>Finds out whether a client that sends nothing is still there: it is pinged, and given up in the end.</summary>
internal sealed class Liveness(LivenessSettings settings)
{
    private int _silentTicks;

    public TimeSpan Interval => settings.Ping;

    /// <summary>Whether the client has been silent for too long.</summary>
    public bool IsOver => _silentTicks * settings.Ping >= settings.Idle;

    /// <summary>The client is in, and has to show that it is there from now on.</summary>
    public void Start() => _silentTicks = 1;

    /// <summary>The client has sent something.</summary>
    public void Renew() => _silentTicks = 0;

    /// <summary>
    /// One interval has passed: the number to ping with; null when the client sent something in it. Counts from the
    /// second on: the first ends at any moment after the client's last request.
    /// </summary>
    public int? Tick() => _silentTicks++ is > 0 and var number ? number : null;
}
