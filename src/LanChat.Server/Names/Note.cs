namespace LanChat.Server.Names;

/// <summary>What a room keeps beside its talk, change by change. To keep one again changes nothing.</summary>
internal abstract record Note
{
    private Note()
    {
    }

    /// <summary>A name belongs to somebody now, or was used again.</summary>
    public sealed record NameUsed(OwnedName Name) : Note;

    /// <summary>A name belongs to nobody any more.</summary>
    public sealed record NameForgotten(string Name) : Note;

    /// <summary>A private word waits.</summary>
    public sealed record WordWaits(WaitingWord Word) : Note;

    /// <summary>A private word does not wait any more.</summary>
    public sealed record WordGone(long Number) : Note;

    /// <summary>The history is known by this (<see cref="LanChat.Protocol.LogId"/>).</summary>
    public sealed record LogIs(string Id) : Note;
}
