namespace LanChat.Client.Transfers;

/// <summary>The client's view of an upload on the server.</summary>
internal sealed class RemoteUpload
{
    /// <summary>The upload's path; null before it is created.</summary>
    public string? Location { get; set; }

    /// <summary>The number of bytes the server has; null if unknown.</summary>
    public long? Offset { get; set; }

    /// <summary>The reason the room gave for refusing the file.</summary>
    public string? Refusal { get; set; }

    /// <summary>Whether everything was sent but no response arrived.</summary>
    public bool MayBeComplete { get; set; }
}
