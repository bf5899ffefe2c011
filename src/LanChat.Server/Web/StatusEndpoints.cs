using Akka.Actor;
using Akka.Hosting;
using LanChat.Server.Listening;
using LanChat.Server.Rooms;
using LanChat.Server.Settings;
using LanChat.Texts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OpenTelemetry.Metrics;

namespace LanChat.Server.Web;

/// <summary>
/// Serves the server's health and metrics; to local clients only, unless the settings allow all.
/// </summary>
internal sealed class StatusEndpoints(
    IRequiredActor<RoomManagerActor> room,
    IRequiredActor<ConnectionManagerActor> connections,
    MeterProvider metrics,
    WebSettings settings)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/healthz", http => Guard(http, ReplyHealthAsync));
        endpoints.MapPrometheusScrapingEndpoint("/metrics", metrics, branch => branch.Use(Guard), optionsName: null)
            .WithMetadata(new HttpMethodMetadata([HttpMethods.Get]));
    }

    private Task Guard(HttpContext http, RequestDelegate answer) =>
        settings.IsStatusForAll() || RequestOrigin.IsLocal(http)
            ? answer(http)
            : http.ReplyAsync(StatusCodes.Status403Forbidden, WebTexts.StatusIsPrivate);

    /// <summary>Healthy: the room answers and every listener accepts connections.</summary>
    private async Task ReplyHealthAsync(HttpContext http)
    {
        var flaw = !await IsRoomThereAsync() ? WebTexts.RoomIsSilent
            : !await IsAcceptingAsync() ? WebTexts.NobodyIsAccepted
            : null;
        var status = flaw is null ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        await http.ReplyAsync(status, flaw ?? "ok");
    }

    private async Task<bool> IsRoomThereAsync()
    {
        var answer = (await room.WhenRegisteredAsync()).Ask<ActorIdentity>(new Identify(null), Patience);
        return await InTimeAsync(answer) && answer.Result.Subject is not null;
    }

    private async Task<bool> IsAcceptingAsync()
    {
        var manager = await connections.WhenRegisteredAsync();
        var listeners = manager.Ask<ConnectionManagerProtocol.Listeners>(
            ConnectionManagerProtocol.ListListeners.Instance, Patience);
        if (!await InTimeAsync(listeners)) return false;
        var checks = listeners.Result.All.Select(
            listener => listener.Ask<ListenerActor.Accepting>(ListenerActor.Check.Instance, Patience));
        return await InTimeAsync(Task.WhenAll(checks));
    }

    private static async Task<bool> InTimeAsync(Task answer)
    {
        await answer.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return answer.IsCompletedSuccessfully;
    }
}
