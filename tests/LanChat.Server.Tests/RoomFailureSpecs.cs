using Akka.Actor;
using Akka.Hosting;
using LanChat.Protocol;
using LanChat.Server.Listening;
using LanChat.Server.Rooms;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace LanChat.Server.Tests;

public sealed class RoomFailureSpecs() : HostSpec(new TestClock())
{
    [Fact]
    public async Task A_room_that_fails_stops_the_server()
    {
        using var client = await EnterAsync("Ann");
        var room = Host.Services.GetRequiredService<IRequiredActor<RoomManagerActor>>().ActorRef;
        var system = Host.Services.GetRequiredService<ActorSystem>();

        // Stands for a defect of the room.
        room.Tell(new RoomProtocol.ChangeNotice(null!), ActorRefs.Nobody);

        await ReadAsync(client, until: Refusal.Closing.Text);
        await Host.WaitForShutdownAsync().WaitAsync(Timeout);
        Assert.IsType<ServerFailed>(CoordinatedShutdown.Get(system).ShutdownReason);
    }
}
