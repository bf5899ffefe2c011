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
    /// <summary>A room as JSON.</summary>
    private sealed class Room(ListedRoom room, bool isOwn)
    {
        public string Name => room.Name.Text;

        public string Ip => room.Address.Ip;

        public int Port => room.Address.Port;

        public int? Members => room.Members;

        public string? Page => room.Web?.At(room.Address.Ip);

        public string? Log => room.Log;

        public bool Own => isOwn;
    }

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public void Map(IEndpointRouteBuilder endpoints) => endpoints.MapGet("/rooms", TellAsync);

    private async Task TellAsync(HttpContext http)
    {
        var near = await (await neighbours.WhenRegisteredAsync()).Ask<NeighboursActor.Near>(NeighboursActor.List.Instance, Patience);
        http.Response.Headers.CacheControl = "no-store";
        Room[] own = near.Own is { } ours ? [new Room(ours, isOwn: true)] : [];
        var others = near.Others.Select(room => new Room(room, isOwn: false));
        await http.Response.WriteAsJsonAsync(own.Concat(others), http.RequestAborted);
    }
}
