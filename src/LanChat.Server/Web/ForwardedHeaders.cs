using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace LanChat.Server.Web;

/// <summary>
/// What the headers of proxies say of a request: X-Forwarded-For, -Proto, -Host and -Prefix, or Forwarded (RFC 7239). Each proxy adds who
/// asked it at the end, so they are read from there, as far as it is a proxy of ours that says it; what stands before that anybody may have made up.
/// </summary>
/// <param name="Address">Who asked the first of our proxies; null where that is not said.</param>
/// <param name="Scheme">http or https, as it was asked; null where that is not said.</param>
/// <param name="Host">The name it was asked by; null where that is not said.</param>
/// <param name="Prefix">The path below which it serves this server, as it stands in an address; empty for none.</param>
internal sealed partial record ForwardedHeaders(IPAddress? Address, string? Scheme, string? Host, string Prefix)
{
    /// <summary>Whether all of them are on one computer, from who asked to the last proxy but one.</summary>
    public bool IsLocal { get; private init; }

    private const string For = "X-Forwarded-For";
    private const string Proto = "X-Forwarded-Proto";
    private const string AskedHost = "X-Forwarded-Host";
    private const string PathPrefix = "X-Forwarded-Prefix";
    private const string Standard = "Forwarded";

    // As proxies of many kinds set one of these, whoever sends one is not who they seem to be.
    private static readonly string[] All = [For, Proto, AskedHost, PathPrefix, "X-Forwarded-Port", "X-Forwarded-Server", "X-Real-IP", "Via", Standard];

    /// <summary>Whether somebody in between passes the request on, or whoever sends it says so.</summary>
    public static bool AreIn(HttpRequest request) => All.Any(request.Headers.ContainsKey);

    /// <summary>Reads them; false when they are no such headers, or contradict each other.</summary>
    public static bool TryRead(HttpRequest request, Proxies proxies, [NotNullWhen(true)] out ForwardedHeaders? read)
    {
        read = null;
        var headers = request.Headers;
        if (!TryReadOld(headers, proxies, out var old) || !TryReadStandard(headers, proxies, out var standard)) return false;

        // A proxy adds to one of the two and passes the other on as it came, from anybody.
        if (old.Address is not null && standard.Address is not null && !old.Address.Equals(standard.Address)) return false;
        var known = old.Address is null && standard.Address is not null ? standard : old;
        read = known with { Prefix = PrefixOf(headers) };
        return read is { Scheme: null or "http" or "https", Host: not "" } && Path().IsMatch(read.Prefix);
    }

    private static bool TryReadOld(IHeaderDictionary headers, Proxies proxies, [NotNullWhen(true)] out ForwardedHeaders? read)
    {
        read = null;
        var addresses = ValuesOf(headers, For);
        if (!TryFindClient(addresses, proxies, out var at, out var address)) return false;
        read = new ForwardedHeaders(address, SchemeOf(At(ValuesOf(headers, Proto))), At(ValuesOf(headers, AskedHost)), "") { IsLocal = AreLocal(addresses) };
        return true;

        // Of as many as there are addresses each belongs to one; of others the last is that of the proxy which is asked for us.
        string? At(string[] values) => values.Length == 0 ? null : values.Length == addresses.Length ? values[at] : values[^1];
    }

    private static bool TryReadStandard(IHeaderDictionary headers, Proxies proxies, [NotNullWhen(true)] out ForwardedHeaders? read)
    {
        read = new ForwardedHeaders(null, null, null, "");
        ForwardedHop[] hops = [.. ValuesOf(headers, Standard).Select(ForwardedHop.Parse)];
        string[] addresses = [.. hops.Select(hop => hop.For)];
        if (hops.Length == 0) return true;
        if (!TryFindClient(addresses, proxies, out var at, out var address)) return false;
        read = new ForwardedHeaders(address, SchemeOf(hops[at].Proto), hops[at].Host, "") { IsLocal = AreLocal(addresses) };
        return true;
    }

    /// <summary>The last address that is none of our proxies', or where all are, the first.</summary>
    private static bool TryFindClient(string[] addresses, Proxies proxies, out int at, out IPAddress? client)
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

    /// <summary>An address, that of IPv6 in brackets or not, with a port or without.</summary>
    private static bool TryReadAddress(string text, [NotNullWhen(true)] out IPAddress? address)
    {
        address = IPEndPoint.TryParse(text, out var endPoint) ? endPoint.Address : null;
        if (address is { IsIPv4MappedToIPv6: true }) address = address.MapToIPv4();
        return address is not null;
    }

    private static bool AreLocal(string[] addresses) =>
        addresses.All(text => TryReadAddress(text, out var address) && IPAddress.IsLoopback(address));

    // Some proxies have a word of their own for a WebSocket.
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
