namespace LanChat.Client.Doctor.Facts;

/// <summary>Availability of a port.</summary>
internal enum PortState
{
    /// <summary>Not in use.</summary>
    Free,

    /// <summary>In use, but can be shared.</summary>
    Shared,

    /// <summary>In use, and cannot be shared.</summary>
    Taken,

    /// <summary>The system denies access.</summary>
    Forbidden,
}

/// <summary>Usage of a local UDP port.</summary>
/// <param name="Port">The port.</param>
/// <param name="State">Its availability.</param>
/// <param name="Holders">The processes that have it open, where known.</param>
internal sealed record PortUse(int Port, PortState State, IReadOnlyList<string> Holders)
{
    public bool CanListen => State is PortState.Free or PortState.Shared;
}
