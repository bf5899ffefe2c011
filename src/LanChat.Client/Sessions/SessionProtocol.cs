using LanChat.Protocol;

namespace LanChat.Client.Sessions;

/// <summary>Messages between a <see cref="SessionActor"/> and its owner.</summary>
internal static class SessionProtocol
{
    /// <summary>Send this request, as soon as there is a connection.</summary>
    public sealed record Send(OutgoingRequest Request);

    /// <summary>
    /// The last <see cref="EventsReceived"/> is handled. The session reads nothing before.
    /// </summary>
    public sealed record EventsHandled
    {
        public static readonly EventsHandled Instance = new();
    }

    /// <summary>Measure the latency, from the next connection on.</summary>
    public sealed record MeasureLatency
    {
        public static readonly MeasureLatency Instance = new();
    }

    /// <summary>The measured latency. Servers that do not answer pings yield none.</summary>
    public sealed record LatencyMeasured(TimeSpan Latency);

    /// <summary>Leave the room; answered with <see cref="Ended"/>.</summary>
    public sealed record Leave
    {
        public static readonly Leave Instance = new();
    }

    /// <summary>Events from the room; answered with <see cref="EventsHandled"/>.</summary>
    /// <param name="Events">Events in order.</param>
    /// <param name="Answered">Requests of this session that these events answer.</param>
    public sealed record EventsReceived(IReadOnlyList<RoomEvent> Events, IReadOnlyList<OutgoingRequest> Answered)
    {
        /// <summary>Address of the server.</summary>
        public string? Ip { get; init; }
    }

    /// <summary>The request will not be sent, or the room refused it.</summary>
    /// <param name="Request">The request.</param>
    /// <param name="Reason">A clause that follows "because".</param>
    public sealed record Declined(OutgoingRequest Request, string Reason);

    /// <summary>The connection is lost; the session reconnects.</summary>
    /// <param name="Reason">A sentence for the user.</param>
    /// <param name="Pause">Time until the next attempt.</param>
    /// <param name="Unacknowledged">
    /// Requests that were sent and not answered. They may have arrived, and are not resent.
    /// </param>
    public sealed record Lost(string Reason, TimeSpan Pause, IReadOnlyList<OutgoingRequest> Unacknowledged)
    {
        /// <summary>
        /// Requests that were sent and not answered, and are resent, because the server
        /// deduplicates them.
        /// </summary>
        public IReadOnlyList<OutgoingRequest> Resent { get; init; } = [];
    }

    /// <summary>The session is over; the actor stops.</summary>
    /// <param name="Refusal">Why the room refused this user; null if the owner left.</param>
    /// <param name="Unacknowledged">Requests that were sent and not answered.</param>
    /// <param name="Unsent">Requests that were never sent.</param>
    public sealed record Ended(
        Refusal? Refusal, IReadOnlyList<OutgoingRequest> Unacknowledged, IReadOnlyList<OutgoingRequest> Unsent);
}
