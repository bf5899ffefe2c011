namespace LanChat.Client.Transfers;

/// <summary>An upload as the server has it, as far as we know.</summary>
internal sealed class RemoteUpload
{
    /// <summary>Where it is; null before it is created.</summary>
    public string? Location { get; set; }

    /// <summary>How many bytes the server has; null when that must be asked for.</summary>
    public long? Offset { get; set; }

    /// <summary>Why the room refused it, if it said so.</summary>
    public string? Refusal { get; set; }

    /// <summary>Whether all was sent and nobody knows what became of it.</summary>
    public bool MayBeComplete { get; set; }
}
