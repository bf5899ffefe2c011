using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using LanChat.Protocol;

namespace LanChat.Client.Sessions;

/// <summary>Where a room is to be entered: a host's name or IP address, and a TCP port.</summary>
internal sealed record ServerAddress(string Host, int Port)
{
    public static ServerAddress Of(PeerAddress address) => new(address.Ip, address.Port);

    /// <summary>Reads <c>HOST:PORT</c>; an IPv6 address stands in brackets, as in <c>[::1]:8001</c>.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out ServerAddress? address)
    {
        address = null;
        var colon = text.LastIndexOf(':');
        if (colon < 1) return false;
        if (!int.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port)) return false;
        if (port is < 1 or > IPEndPoint.MaxPort) return false;

        var host = text[..colon];
        if (host is ['[', .. var inner, ']'])
        {
            if (!IPAddress.TryParse(inner, out _)) return false;
            host = inner;
        }
        else if (Uri.CheckHostName(host) is not (UriHostNameType.Dns or UriHostNameType.IPv4))
        {
            return false;
        }

        address = new ServerAddress(host, port);
        return true;
    }

    public override string ToString() => Host.Contains(':') ? $"[{Host}]:{Port}" : $"{Host}:{Port}";
}
