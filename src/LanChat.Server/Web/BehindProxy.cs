using System.Net;
using LanChat.Server.Settings;
using LanChat.Texts;
using Microsoft.AspNetCore.Http;

namespace LanChat.Server.Web;

/// <summary>
/// Takes a request that one of our proxies passes on for what it was when it was asked there: from that address, by that name and scheme, below
/// that path. Whatever counts addresses comes after it. Each address it brings has as many requests at work as it may have connections.
/// </summary>
internal sealed class BehindProxy(RequestDelegate next, Proxies proxies, LimitSettings limits)
{
    private readonly Seats _seats = new(int.MaxValue, limits.ConnectionsPerAddress);

    public async Task InvokeAsync(HttpContext http)
    {
        var isPassedOn = ForwardedHeaders.AreIn(http.Request);
        http.Features.Set(new Passage(isPassedOn));
        if (!isPassedOn || http.Connection.RemoteIpAddress is not { } sender || !proxies.Contains(sender))
        {
            await next(http);
            return;
        }

        if (!ForwardedHeaders.TryRead(http.Request, proxies, out var said)) await http.AnswerAsync(StatusCodes.Status400BadRequest, WebTexts.BadForwarding);
        else if (said.Address is { } address) await ServeAsync(http, said, address, isPassedOn: !(said.IsLocal && IPAddress.IsLoopback(sender)));
        else await ServeAsync(http, said);
    }

    private async Task ServeAsync(HttpContext http, ForwardedHeaders said, IPAddress address, bool isPassedOn)
    {
        http.Connection.RemoteIpAddress = address;
        if (_seats.Take(address) is not { } seat)
        {
            await http.AnswerAsync(StatusCodes.Status429TooManyRequests, WebTexts.TooManyRequests);
            return;
        }

        http.Features.Set(new Passage(isPassedOn, seat));
        try
        {
            await ServeAsync(http, said);
        }
        finally
        {
            seat.Leave();
        }
    }

    private Task ServeAsync(HttpContext http, ForwardedHeaders said)
    {
        var request = http.Request;
        if (said.Scheme is { } scheme) request.Scheme = scheme;
        if (said.Host is { } host) request.Host = new HostString(host);
        if (said.Prefix.Length > 0)
        {
            // Some proxies cut it off, and some do not.
            request.PathBase = PathString.FromUriComponent(said.Prefix);
            if (request.Path.StartsWithSegments(request.PathBase, out var rest)) request.Path = rest;
        }

        if (request.Path.HasValue) return next(http);
        // The page's own addresses are relative to a folder.
        http.Response.Redirect($"{request.PathBase}/{request.QueryString}", permanent: false, preserveMethod: true);
        return Task.CompletedTask;
    }
}
