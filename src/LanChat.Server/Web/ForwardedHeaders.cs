using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace LanChat.Server.Web;

/// <summary>
/// The forwarding headers of a request: X-Forwarded-For, -Proto, -Host and -Prefix, or Forwarded
/// (RFC 7239). Each proxy appends its client, so they are read from the end, up to the first
/// address that is not a trusted proxy; a client may have forged everything before it.
/// </summary>
/// <param name="Address">The client of the first trusted proxy; null if not given.</param>
/// <param name="Scheme">http or https, as the client used; null if not given.</param>
/// <param name="Host">The host the client asked for; null if not given.</param>
/// <param name="Prefix">The proxy's path of this server, URL-encoded; empty: none.</param>
internal sealed partial record ForwardedHeaders(IPAddress? Address, string? Scheme, string? Host, string Prefix)
{
    /// <summary>
    /// Whether all addresses are loopback: the client and all proxies but the last.
    /// </summary>
    public bool IsLocal { get; private init; }

    private const string For = "X-Forwarded-For";
    private const string Proto = "X-Forwarded-Proto";
    private const string AskedHost = "X-Forwarded-Host";
    private const string PathPrefix = "X-Forwarded-Prefix";
    private const string Standard = "Forwarded";

    // Headers that common proxies set. Any of them means that the peer may not be the client.
    private static readonly string[] All =
    [
        For, Proto, AskedHost, PathPrefix, "X-Forwarded-Port", "X-Forwarded-Server", "X-Real-IP", "Via", Standard,
    ];

    /// <summary>Whether the request has a forwarding header.</summary>
    public static bool AreIn(HttpRequest request) => All.Any(request.Headers.ContainsKey);

    /// <summary>Reads the headers; returns false if they are malformed or contradictory.</summary>
    public static bool TryRead(
        HttpRequest request, TrustedProxies proxies, [NotNullWhen(true)] out ForwardedHeaders? read)
    {
        read = null;
        var headers = request.Headers;
        if (!TryReadOld(headers, proxies, out var old)) return false;
        if (!TryReadStandard(headers, proxies, out var standard)) return false;

        // A proxy appends to one kind of header and forwards the other as the client sent it.
        var (address, other) = (old.Address, standard.Address);
        if (address is not null && other is not null && !address.Equals(other)) return false;
        var known = address is null && other is not null ? standard : old;
        read = known with { Prefix = PrefixOf(headers) };
        return read is { Scheme: null or "http" or "https", Host: not "" } && Path().IsMatch(read.Prefix);
    }

    private static bool TryReadOld(
        IHeaderDictionary headers, TrustedProxies proxies, [NotNullWhen(true)] out ForwardedHeaders? read)
    {
        read = null;
        var addresses = ValuesOf(headers, For);
        if (!TryFindClient(addresses, proxies, out var at, out var address)) return false;
        var (scheme, host) = (SchemeOf(At(ValuesOf(headers, Proto))), At(ValuesOf(headers, AskedHost)));
        read = new ForwardedHeaders(address, scheme, host, "") { IsLocal = AreLocal(addresses) };
        return true;

        // As many values as addresses: one for each. Otherwise the last proxy set the last value.
        string? At(string[] values) =>
            values.Length == 0 ? null : values.Length == addresses.Length ? values[at] : values[^1];
    }

    private static bool TryReadStandard(
        IHeaderDictionary headers, TrustedProxies proxies, [NotNullWhen(true)] out ForwardedHeaders? read)
    {
        read = new ForwardedHeaders(null, null, null, "");
        ForwardedHop[] hops = [.. ValuesOf(headers, Standard).Select(ForwardedHop.Parse)];
        string[] addresses = [.. hops.Select(hop => hop.For)];
        if (hops.Length == 0) return true;
        if (!TryFindClient(addresses, proxies, out var at, out var address)) return false;
        var (scheme, host) = (SchemeOf(hops[at].Proto), hops[at].Host);
        read = new ForwardedHeaders(address, scheme, host, "") { IsLocal = AreLocal(addresses) };
        return true;
    }

    /// <summary>Finds the last address that is not a trusted proxy's, or else the first.</summary>
    private static bool TryFindClient(string[] addresses, TrustedProxies proxies, out int at, out IPAddress? client)
    {
        (at, client) = (0, null);
        for (var next = addresses.Length - 1; next >= 0; next--)
        {
            if (!TryReadAddress(addresses[next], out var address)) return false;
            (at, client) = (next, address);
            if (!proxies.Contains(address)) return true;
        }

        return true;
    }

    /// <summary>Reads an address, with or without brackets (IPv6) and port.</summary>
    private static bool TryReadAddress(string text, [NotNullWhen(true)] out IPAddress? address)
    {
        address = IPEndPoint.TryParse(text, out var endPoint) ? endPoint.Address : null;
        if (address is { IsIPv4MappedToIPv6: true }) address = address.MapToIPv4();
        return address is not null;
    }

    private static bool AreLocal(string[] addresses) =>
        addresses.All(text => TryReadAddress(text, out var address) && IPAddress.IsLoopback(address));

    // Some proxies send ws and wss for a WebSocket.
    private static string? SchemeOf(string? said) => said?.ToLowerInvariant() switch
    {
        "ws" => "http",
        "wss" => "https",
        var scheme => scheme,
    };

    private static string PrefixOf(IHeaderDictionary headers) =>
        ValuesOf(headers, PathPrefix) is [.., var last] && last.Trim('/') is { Length: > 0 } path ? "/" + path : "";

    private static string[] ValuesOf(IHeaderDictionary headers, string name) =>
        [.. headers[name].SelectMany(value => value!.Split(',', StringSplitOptions.TrimEntries))];

    [GeneratedRegex(@"^(/[A-Za-z0-9_.~!$&'()*+;=:@%-]+)*\z")]
    private static partial Regex Path();
}
