using System.Net.Sockets;
using Akka.Actor;
using Akka.IO;

namespace Akka.Contract.Tests.IO;

/// <summary>
/// Connections are accepted from Bind on, and nothing starts or stops that; one that is not registered for in time is
/// reset. Settings that come with Bind hold for the connections of that listener.
/// </summary>
public sealed class AcceptingSpecs() : TcpSpec("akka.io.tcp { batch-accept-limit = 1, register-timeout = 200ms }")
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(1);

    private TcpSettings Registering(TimeSpan within) => TcpSettings.Create(Sys) with { RegisterTimeout = within };

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Connections_are_accepted_without_being_asked_for(bool pullMode)
    {
        var listening = Listen(pullMode);

        for (var i = 0; i < 10; i++)
        {
            Connect(listening.Address);
            listening.ExpectConnection();
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void ResumeAccepting_changes_nothing(bool pullMode)
    {
        var listening = Listen(pullMode);

        listening.Handler.Send(listening.Listener, new Tcp.ResumeAccepting(0));
        listening.Handler.Send(listening.Listener, new Tcp.ResumeAccepting(5));

        Settle(listening.Listener);
        ExpectSilence(listening.Handler);
        Connect(listening.Address);
        listening.ExpectConnection();
    }

    [Fact]
    public void Two_accepts_for_each_processor_are_under_way_by_default()
    {
        using var plain = ActorSystem.Create("plain", "akka { loglevel = OFF, stdout-loglevel = OFF }");

        Assert.Equal(2 * Environment.ProcessorCount, TcpSettings.Create(plain).BatchAcceptLimit);
        Assert.Equal(1, TcpSettings.Create(Sys).BatchAcceptLimit);
    }

    [Fact]
    public void A_connection_nobody_registers_for_in_time_is_reset_and_nobody_is_told()
    {
        var listening = Listen();

        var peer = Connect(listening.Address);

        Watch(listening.ExpectConnection());
        Assert.True(peer.IsReset());
        ExpectMsg<Terminated>();
        ExpectSilence(listening.Handler);
    }

    [Fact]
    public void A_listener_can_have_settings_of_its_own_that_hold_for_its_connections()
    {
        var listening = Listen(settings: Registering(Long) with { MaxFrameSizeBytes = 512 });
        var peer = Connect(listening.Address);
        var connection = listening.ExpectConnection();
        Assert.False(peer.Poll(TimeSpan.FromMilliseconds(400), SelectMode.SelectRead));

        connection.Tell(new Tcp.Register(TestActor));
        peer.SendAll(new byte[513]);

        Assert.Equal(512, ExpectMsg<Tcp.Received>().Data.Count);
        Assert.Equal(1, ExpectMsg<Tcp.Received>().Data.Count);
    }
}
