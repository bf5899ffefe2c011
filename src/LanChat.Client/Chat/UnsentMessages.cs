using LanChat.Client.Sessions;

namespace LanChat.Client.Chat;

/// <summary>
/// Unsent messages in the order they will be sent: typed while disconnected, or lost with the
/// connection.
/// </summary>
internal sealed class UnsentMessages
{
    private List<OutgoingRequest> _requests = [];

    public IReadOnlyList<string> Texts => [.. _requests.Select(request => request.Text)];

    public void Add(OutgoingRequest request) => _requests.Add(request);

    /// <summary>Adds requests that are resent before all others.</summary>
    public void AddResent(IReadOnlyList<OutgoingRequest> requests) => _requests =
    [
        .. requests,
        .. _requests.Except(requests, ReferenceEqualityComparer.Instance).Cast<OutgoingRequest>(),
    ];

    /// <summary>Removes requests; returns whether any was in the list.</summary>
    public bool Remove(IEnumerable<OutgoingRequest> requests) =>
        requests.Count(request => _requests.RemoveAll(other => ReferenceEquals(other, request)) > 0) > 0;
}
