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

/// <summary>Whether the server is well, and what it counts; for this computer only unless it is set otherwise.</summary>
internal sealed class StatusEndpoints(
    IRequiredActor<RoomActor> room, IRequiredActor<ConnectionManagerActor> connections, MeterProvider metrics, WebSettings settings)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/healthz", http => Guard(http, TellHealthAsync));
        endpoints.MapPrometheusScrapingEndpoint("/metrics", metrics, branch => branch.Use(Guard), optionsName: null)
            .WithMetadata(new HttpMethodMetadata([HttpMethods.Get]));
    }

    private Task Guard(HttpContext http, RequestDelegate answer) =>
        settings.IsStatusForAll() || Passage.IsOwn(http)
            ? answer(http)
            : http.AnswerAsync(StatusCodes.Status403Forbidden, WebTexts.StatusIsPrivate);

    /// <summary>Well is a room that answers, and a server that accepts connections for every dialect.</summary>
    private async Task TellHealthAsync(HttpContext http)
    {
        var flaw = !await IsRoomThereAsync() ? WebTexts.RoomIsSilent
            : !await IsAcceptingAsync() ? WebTexts.NobodyIsAccepted
            : null;
        await http.AnswerAsync(flaw is null ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable, flaw ?? "ok");
    }

    private async Task<bool> IsRoomThereAsync()
    {
        var answer = (await room.WhenRegisteredAsync()).Ask<ActorIdentity>(new Identify(null), Patience);
        return await InTimeAsync(answer) && answer.Result.Subject is not null;
    }

    private async Task<bool> IsAcceptingAsync()
    {
        var listeners = (await connections.WhenRegisteredAsync()).Ask<ConnectionManagerProtocol.Listeners>(ConnectionManagerProtocol.ListListeners.Instance, Patience);
        return await InTimeAsync(listeners) && await InTimeAsync(Task.WhenAll(listeners.Result.All.Select(
            listener => listener.Ask<ListenerActor.Accepting>(ListenerActor.Check.Instance, Patience))));
    }

    private static async Task<bool> InTimeAsync(Task answer)
    {
        await answer.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return answer.IsCompletedSuccessfully;
    }
}
