namespace LanChat.Client.Doctor.Facts;

/// <summary>How an address answered to TCP and to the greeting of a room.</summary>
internal abstract record Reached
{
    /// <summary>The host's name is known to nobody.</summary>
    public sealed record UnknownHost : Reached;

    /// <summary>The host says that nobody listens at that port.</summary>
    public sealed record NothingThere : Reached;

    /// <summary>No answer in time.</summary>
    public sealed record NoAnswer : Reached;

    /// <summary>The system could not even try, or gave up.</summary>
    public sealed record Failed(string Why) : Reached;

    /// <summary>Somebody listens, but does not greet as rooms do.</summary>
    public sealed record NoRoom : Reached;

    /// <summary>A room. <c>Error</c> is what it refused, if that was not what it had to.</summary>
    public sealed record Room(string? Error = null) : Reached;
}
