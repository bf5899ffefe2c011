using LanChat.Client.Sessions;

namespace LanChat.Client.Chat;

/// <summary>
/// The lines that could not be said when they were typed, or were lost with the connection, in the
/// order they will be said.
/// </summary>
internal sealed class Unsaid
{
    private List<Line> _lines = [];

    public IReadOnlyList<string> Texts => [.. _lines.Select(line => line.Text)];

    public void Add(Line line) => _lines.Add(line);

    /// <summary>These are said before all others.</summary>
    public void AddAgain(IReadOnlyList<Line> lines) =>
        _lines = [.. lines, .. _lines.Except(lines, ReferenceEqualityComparer.Instance).Cast<Line>()];

    /// <summary>These do not wait any more; whether any did.</summary>
    public bool Remove(IEnumerable<Line> lines) =>
        lines.Count(line => _lines.RemoveAll(one => ReferenceEquals(one, line)) > 0) > 0;
}
