using System.Net;
using Akka.Actor;
using Akka.Hosting;
using LanChat.Server.Metrics;
using LanChat.Server.Rooms;
using LanChat.Server.Settings;
using LanChat.Texts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace LanChat.Server.Web;

/// <summary>Whether the server is well, and what it counts; for this computer only unless it is set otherwise.</summary>
internal sealed class StatusEndpoints(IRequiredActor<RoomActor> room, PrometheusText metrics, WebSettings settings)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/healthz", http => Guard(http, TellHealthAsync));
        endpoints.MapGet("/metrics", http => Guard(http, TellMetricsAsync));
    }

    private Task Guard(HttpContext http, RequestDelegate answer) =>
        settings.IsStatusForAll() || (http.Connection.RemoteIpAddress is { } remote && IPAddress.IsLoopback(remote))
            ? answer(http)
            : http.AnswerAsync(StatusCodes.Status403Forbidden, WebTexts.StatusIsPrivate);

    /// <summary>Well is a room that answers.</summary>
    private async Task TellHealthAsync(HttpContext http)
    {
        var answers = (await room.GetAsync()).Ask<ActorIdentity>(new Identify(null), Patience);
        await ((Task)answers).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await (answers.IsCompletedSuccessfully && answers.Result.Subject is not null
            ? http.AnswerAsync(StatusCodes.Status200OK, "ok")
            : http.AnswerAsync(StatusCodes.Status503ServiceUnavailable, WebTexts.RoomIsSilent));
    }

    private Task TellMetricsAsync(HttpContext http)
    {
        http.Response.ContentType = PrometheusText.ContentType;
        return http.Response.WriteAsync(metrics.Write());
    }
}
