namespace LanChat.Client.Visits;

/// <summary>What the user means by a line that was typed.</summary>
internal abstract record Intent
{
    private Intent()
    {
    }

    /// <summary>Say this; outside of a room, the answer to what was asked.</summary>
    public sealed record Say(string Text) : Intent;

    /// <summary>Run one of <see cref="Commands"/>.</summary>
    public sealed record Do(string Command) : Intent;

    /// <summary>There is no such command.</summary>
    public sealed record Mistake(string Command) : Intent;
}
