using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using LanChat.Protocol;

namespace LanChat.Client.Sessions;

/// <summary>Address of a room: host name or IP address, and TCP port.</summary>
internal sealed record ServerAddress(string Host, int Port)
{
    /// <summary>Default port of the native dialect.</summary>
    public const int DefaultPort = 8001;

    public static ServerAddress Of(PeerAddress address) => new(address.Ip, address.Port);

    /// <summary>
    /// Parses <c>HOST:PORT</c>; an IPv6 address is in brackets, as in <c>[::1]:8001</c>.
    /// </summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out ServerAddress? address)
    {
        address = null;
        var colon = text.LastIndexOf(':');
        return colon > 0 && TryReadPort(text.AsSpan(colon + 1), out var port)
            && TryMake(text[..colon], port, out address);
    }

    /// <summary>
    /// Parses <c>HOST:PORT</c>, or a host name or IP address alone, with <see cref="DefaultPort"/>.
    /// </summary>
    public static bool TryParseHost(string text, [NotNullWhen(true)] out ServerAddress? address) => IsIPv6(text)
        ? TryMake($"[{text}]", DefaultPort, out address)
        : TryParse(text, out address) || TryMake(text, DefaultPort, out address);

    /// <summary>
    /// Parses <c>HOST:PORT</c>, or an IP address alone. A host name alone is refused: it may be the
    /// name of a room.
    /// </summary>
    public static bool TryParseIp(string text, [NotNullWhen(true)] out ServerAddress? address) =>
        TryParse(text, out address)
            || (IPAddress.TryParse(text, out _) && text.AsSpan().ContainsAny('.', ':')
                && TryParseHost(text, out address));

    private static bool IsIPv6(string text) =>
        IPAddress.TryParse(text, out var ip) && ip.AddressFamily == AddressFamily.InterNetworkV6 && text[0] != '[';

    private static bool TryReadPort(ReadOnlySpan<char> text, out int port) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out port)
            && port is >= 1 and <= IPEndPoint.MaxPort;

    private static bool TryMake(string host, int port, [NotNullWhen(true)] out ServerAddress? address)
    {
        address = null;
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
