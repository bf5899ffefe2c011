namespace LanChat.Client.Doctor.Facts;

/// <summary>Whether a port can be listened on.</summary>
internal enum PortState
{
    /// <summary>Nobody else listens.</summary>
    Free,

    /// <summary>Somebody listens, and lets others listen, too.</summary>
    Shared,

    /// <summary>Somebody listens, and nobody else can.</summary>
    Taken,

    /// <summary>The system does not allow it.</summary>
    Forbidden,
}

/// <summary>Who uses a UDP port of this computer.</summary>
/// <param name="Port">The port.</param>
/// <param name="State">Whether it can be listened on.</param>
/// <param name="Holders">The programs that listen, where that can be found out.</param>
internal sealed record PortUse(int Port, PortState State, IReadOnlyList<string> Holders)
{
    public bool CanListen => State is PortState.Free or PortState.Shared;
}
