using LanChat.Client.Sessions;

namespace LanChat.Client.Chat;

/// <summary>
/// The lines that could not be said when they were typed, or were lost with the connection, in the
/// order they will be said.
/// </summary>
internal sealed class Unsaid
{
    private List<OutgoingRequest> _lines = [];

    public IReadOnlyList<string> Texts => [.. _lines.Select(line => line.Text)];

    public void Add(OutgoingRequest line) => _lines.Add(line);

    /// <summary>These are said before all others.</summary>
    public void AddAgain(IReadOnlyList<OutgoingRequest> lines) =>
        _lines = [.. lines, .. _lines.Except(lines, ReferenceEqualityComparer.Instance).Cast<OutgoingRequest>()];

    /// <summary>These do not wait any more; whether any did.</summary>
    public bool Remove(IEnumerable<OutgoingRequest> lines) =>
        lines.Count(line => _lines.RemoveAll(one => ReferenceEquals(one, line)) > 0) > 0;
}
