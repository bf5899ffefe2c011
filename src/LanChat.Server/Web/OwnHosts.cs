using System.Net;

namespace LanChat.Server.Web;

/// <summary>
/// The names a browser may have asked for. A page of another site can make its name lead here (DNS rebinding) and would then be the same site
/// as ours; an address is nobody's name, so each of them will do.
/// </summary>
internal sealed class OwnHosts(IEnumerable<string> more)
{
    private readonly HashSet<string> _names = new(
        ["localhost", Environment.MachineName, $"{Environment.MachineName}.local", .. more], StringComparer.OrdinalIgnoreCase);

    /// <summary>Those that are names.</summary>
    public IReadOnlyCollection<string> Names => _names;

    public bool Contains(string host) => IPAddress.TryParse(host.Trim('[', ']'), out _) || _names.Contains(host);
}
