using Akka.Actor;
using Akka.Hosting;
using LanChat.Discovery;
using LanChat.Server.Discovery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace LanChat.Server.Web;

/// <summary>The rooms that can be heard of here, for the page's list; this one is among them.</summary>
internal sealed class RoomsEndpoint(IRequiredActor<NeighboursActor> neighbours)
{
    private sealed record Room(string Name, string Ip, int Port, int? Members, string? Page, string? Log, bool Own);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public void Map(IEndpointRouteBuilder endpoints) => endpoints.MapGet("/rooms", TellAsync);

    private async Task TellAsync(HttpContext http)
    {
        var near = await (await neighbours.WhenRegisteredAsync()).Ask<NeighboursActor.Near>(NeighboursActor.List.Instance, Patience);
        http.Response.Headers.CacheControl = "no-store";
        Room[] own = near.Own is { } ours ? [Of(ours, isOwn: true)] : [];
        await http.Response.WriteAsJsonAsync(own.Concat(near.Others.Select(room => Of(room, isOwn: false))), http.RequestAborted);
    }

    private static Room Of(ListedRoom room, bool isOwn) =>
        new(room.Name.Text, room.Address.Ip, room.Address.Port, room.Members, room.Web?.At(room.Address.Ip), room.Log, isOwn);
}
