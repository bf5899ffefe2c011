using System.Net;
using LanChat.Server.Settings;
using LanChat.Texts;
using Microsoft.AspNetCore.Http;

namespace LanChat.Server.Web;

/// <summary>
/// Restores the client's address, host, scheme and path of requests that a trusted proxy forwards;
/// must precede everything that counts addresses. Limits the concurrent requests of each client
/// address like its connections.
/// </summary>
internal sealed class TrustedProxyMiddleware(RequestDelegate next, TrustedProxies proxies, LimitSettings limits)
{
    private readonly ConnectionLimit _requests = new(int.MaxValue, limits.ConnectionsPerAddress);

    public async Task InvokeAsync(HttpContext http)
    {
        var isForwarded = ForwardedHeaders.AreIn(http.Request);
        http.Features.Set(new RequestOrigin(isForwarded));
        if (!isForwarded || http.Connection.RemoteIpAddress is not { } sender || !proxies.Contains(sender))
        {
            await next(http);
            return;
        }

        if (!ForwardedHeaders.TryRead(http.Request, proxies, out var headers))
        {
            await http.ReplyAsync(StatusCodes.Status400BadRequest, WebTexts.BadForwarding);
        }
        else if (headers.Address is { } address)
        {
            var isRemote = !(headers.IsLocal && IPAddress.IsLoopback(sender));
            await ForwardAsync(http, headers, address, isRemote);
        }
        else
        {
            await ForwardAsync(http, headers);
        }
    }

    private async Task ForwardAsync(HttpContext http, ForwardedHeaders headers, IPAddress address, bool isRemote)
    {
        http.Connection.RemoteIpAddress = address;
        if (_requests.TryAcquire(address) is not { } lease)
        {
            await http.ReplyAsync(StatusCodes.Status429TooManyRequests, WebTexts.TooManyRequests);
            return;
        }

        http.Features.Set(new RequestOrigin(isRemote, lease));
        try
        {
            await ForwardAsync(http, headers);
        }
        finally
        {
            lease.Release();
        }
    }

    private Task ForwardAsync(HttpContext http, ForwardedHeaders headers)
    {
        var request = http.Request;
        if (headers.Scheme is { } scheme) request.Scheme = scheme;
        if (headers.Host is { } host) request.Host = new HostString(host);
        if (headers.Prefix.Length > 0)
        {
            // Some proxies remove the prefix from the path, others do not.
            request.PathBase = PathString.FromUriComponent(headers.Prefix);
            if (request.Path.StartsWithSegments(request.PathBase, out var rest)) request.Path = rest;
        }

        if (request.Path.HasValue) return next(http);
        // The page's relative URLs need the slash at the end.
        http.Response.Redirect($"{request.PathBase}/{request.QueryString}", permanent: false, preserveMethod: true);
        return Task.CompletedTask;
    }
}
