using System.Net;

namespace LanChat.Server.Web;

/// <summary>
/// The host names that requests may have. Prevents DNS rebinding, by which another site's page
/// becomes same-origin with ours. IP addresses are always allowed: they cannot be rebound.
/// </summary>
internal sealed class AllowedHosts(IEnumerable<string> more)
{
    private readonly HashSet<string> _names = new(
        ["localhost", Environment.MachineName, $"{Environment.MachineName}.local", .. more],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>The allowed names, without addresses.</summary>
    public IReadOnlyCollection<string> Names => _names;

    public bool Contains(string host) => IPAddress.TryParse(host.Trim('[', ']'), out _) || _names.Contains(host);
}
