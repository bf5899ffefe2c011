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
    public async Task A_room_that_fails_takes_the_server_along_instead_of_forgetting_who_is_in()
    {
        using var client = await EnterAsync("Ann");
        var room = Host.Services.GetRequiredService<IRequiredActor<RoomManagerActor>>().ActorRef;
        var system = Host.Services.GetRequiredService<ActorSystem>();

        // A defect, for want of a real one.
        room.Tell(new RoomProtocol.ChangeNotice(null!), ActorRefs.Nobody);

        await ReadAsync(client, until: Refusal.Closing.Text);
        await Host.WaitForShutdownAsync().WaitAsync(Patience);
        Assert.IsType<ServerFailed>(CoordinatedShutdown.Get(system).ShutdownReason);
    }
}
