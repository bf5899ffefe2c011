using LanChat.Protocol;

namespace LanChat.Client.Sessions;

/// <summary>What a <see cref="SessionActor"/> is told by its owner, and what it tells.</summary>
internal static class SessionProtocol
{
    /// <summary>Ask the room for this, as soon as there is a connection.</summary>
    public sealed record Ask(Line Line);

    /// <summary>
    /// What was <see cref="Heard"/> is done with: read on. Nothing more is read before.
    /// </summary>
    public sealed record Continue
    {
        public static readonly Continue Instance = new();
    }

    /// <summary>
    /// From the next connection on, let me know how long the room takes to answer.
    /// </summary>
    public sealed record Measure
    {
        public static readonly Measure Instance = new();
    }

    /// <summary>
    /// So long took a word to the server and back. Not told of servers that do not answer pings.
    /// </summary>
    public sealed record Measured(TimeSpan RoundTrip);

    /// <summary>Leave the room; answered with <see cref="Ended"/>.</summary>
    public sealed record Leave
    {
        public static readonly Leave Instance = new();
    }

    /// <summary>The room let this be known; answered with <see cref="Continue"/>.</summary>
    /// <param name="Events">What it was, in order.</param>
    /// <param name="Answered">
    /// Lines of this session that are answered by the events, so they were done.
    /// </param>
    public sealed record Heard(IReadOnlyList<RoomEvent> Events, IReadOnlyList<Line> Answered)
    {
        /// <summary>The address the room was reached at.</summary>
        public string? Ip { get; init; }
    }

    /// <summary>This line will not be sent, or the room refused it.</summary>
    /// <param name="Line">The line.</param>
    /// <param name="Why">Stands behind "because".</param>
    public sealed record Declined(Line Line, string Why);

    /// <summary>There is no connection; it is made again in a while.</summary>
    /// <param name="Why">What happened, a sentence for the user.</param>
    /// <param name="Pause">When the next attempt follows.</param>
    /// <param name="Doubtful">
    /// Lines that were sent and not answered: they may not have arrived, and are not sent again.
    /// </param>
    public sealed record Lost(string Why, TimeSpan Pause, IReadOnlyList<Line> Doubtful)
    {
        /// <summary>
        /// Lines that were sent and not answered, and are sent again, because the server says them
        /// only once.
        /// </summary>
        public IReadOnlyList<Line> Again { get; init; } = [];
    }

    /// <summary>The session is over, the actor stops.</summary>
    /// <param name="Refused">
    /// Why the room does not let this user in; null when the session was left.
    /// </param>
    /// <param name="Doubtful">As in <see cref="Lost"/>.</param>
    /// <param name="Unsent">Lines that were never sent.</param>
    public sealed record Ended(Refusal? Refused, IReadOnlyList<Line> Doubtful, IReadOnlyList<Line> Unsent);
}
