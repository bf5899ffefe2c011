using Akka.Actor;
using Akka.Hosting;
using LanChat.Discovery;
using LanChat.Protocol;
using LanChat.Server.Discovery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace LanChat.Server.Web;

/// <summary>
/// Serves the room directory, including the own room, as JSON for the page.
/// </summary>
internal sealed class RoomsEndpoint(IRequiredActor<RoomDirectoryActor> directory)
{
    /// <summary>A room as JSON.</summary>
    private sealed class Room(ListedRoom room, IReadOnlyList<RoomSummary>? rooms)
    {
        public string Name => room.Name.Text;

        public string Ip => room.Address.Ip;

        public int Port => room.Address.Port;

        public int? Members => room.Members;

        public string? Page => room.Web?.At(room.Address.Ip);

        public string? Log => room.Log;

        public bool Own => rooms is not null;

        /// <summary>The rooms of this server; null for others.</summary>
        public IEnumerable<RoomOfServer>? Rooms => rooms?.Select(one => new RoomOfServer(
            one.Key, one.Name, one.Topic.Length > 0 ? one.Topic : null, one.Members, RoomSettings.NameOf(one.Entry)));
    }

    /// <summary>A room of this server as JSON.</summary>
    private sealed record RoomOfServer(string Room, string Name, string? Topic, int Members, string Entry);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public void Map(IEndpointRouteBuilder endpoints) => endpoints.MapGet("/rooms", ReplyAsync);

    private async Task ReplyAsync(HttpContext http)
    {
        var actor = await directory.WhenRegisteredAsync();
        var rooms = await actor.Ask<RoomDirectoryActor.Listed>(RoomDirectoryActor.List.Instance, Patience);
        http.Response.Headers.CacheControl = "no-store";
        Room[] own = rooms.Own is { } ours ? [new Room(ours, rooms.Rooms)] : [];
        var others = rooms.Others.Select(room => new Room(room, rooms: null));
        await http.Response.WriteAsJsonAsync(own.Concat(others), http.RequestAborted);
    }
}
