namespace LanChat.Client.Doctor.Facts;

/// <summary>Result of a TCP connection and of a room's greeting.</summary>
internal abstract record RoomProbeResult
{
    /// <summary>The host name cannot be resolved.</summary>
    public sealed record UnknownHost : RoomProbeResult;

    /// <summary>Connection refused.</summary>
    public sealed record NothingThere : RoomProbeResult;

    /// <summary>Timeout.</summary>
    public sealed record NoAnswer : RoomProbeResult;

    /// <summary>Any other network error.</summary>
    public sealed record Failed(string Why) : RoomProbeResult;

    /// <summary>Something listens, but it is not a room.</summary>
    public sealed record NoRoom : RoomProbeResult;

    /// <summary>A room; <c>Error</c> is an unexpected refusal, or null.</summary>
    public sealed record Room(string? Error = null) : RoomProbeResult;
}
