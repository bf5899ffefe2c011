using System.Net;
using Microsoft.AspNetCore.Http;

namespace LanChat.Server.Web;

/// <summary>How a request came here.</summary>
/// <param name="IsPassedOn">Whether somebody in between passes it on, or its sender says so.</param>
/// <param name="Seat">What its address takes by it, where a proxy of ours brings it.</param>
internal sealed record Passage(bool IsPassedOn, Seats.Seat? Seat = null)
{
    /// <summary>Whether this computer's own user asks, and nobody who is only passed on by a program here.</summary>
    public static bool IsOwn(HttpContext http) =>
        http.Features.Get<Passage>() is { IsPassedOn: false } && http.Connection.RemoteIpAddress is { } remote && IPAddress.IsLoopback(remote);
}
