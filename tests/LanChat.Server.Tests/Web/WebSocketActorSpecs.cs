using System.Text;
using Akka.Actor;
using Akka.IO;
using Akka.TestKit;
using LanChat.Server.Web;

namespace LanChat.Server.Tests.Web;

public sealed class WebSocketActorSpecs : Spec
{
    private sealed class Done : Tcp.Event
    {
        public static readonly Done Instance = new();
    }

    private readonly FakeWebSocket _socket = new();
    private readonly TaskCompletionSource _end = new();
    private readonly TestProbe _handler;
    private readonly IActorRef _actor;

    public WebSocketActorSpecs()
    {
        _handler = CreateTestProbe();
        _actor = Sys.ActorOf(WebSocketActor.Props(_socket, _end));
        _handler.Watch(_actor);
        _actor.Tell(new Tcp.Register(_handler.Ref));
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static Tcp.Write Write(string text) => Tcp.Write.Create(ByteString.FromBytes(Bytes(text)), Done.Instance);

    private string Read()
    {
        _handler.Send(_actor, Tcp.ResumeReading.Instance);
        return _handler.ExpectMsg<Tcp.Received>().Data.ToString(Encoding.UTF8);
    }

    [Fact]
    public void A_message_without_a_line_end_gets_one()
    {
        _socket.Receive(Bytes("one"));
        _socket.Receive(Bytes("two\nthree\n"));
        _socket.Receive([]);

        Assert.Equal(("one\n", "two\nthree\n", "\n"), (Read(), Read(), Read()));
    }

    [Fact]
    public void A_fragmented_message_ends_with_its_last_fragment_and_empty_fragments_are_skipped()
    {
        _socket.Receive(Bytes("on"), isLast: false);
        _socket.Receive([], isLast: false);
        _socket.Receive(Bytes("e"));

        Assert.Equal(("on", "e\n"), (Read(), Read()));
    }

    [Fact]
    public void Nothing_is_read_before_ResumeReading()
    {
        _socket.Receive(Bytes("one"));
        _socket.Receive(Bytes("two"));
        Read();

        ExpectSilence(_handler, _actor);
    }

    [Fact]
    public async Task One_write_at_a_time_becomes_one_message_and_is_then_acknowledged()
    {
        var gate = new TaskCompletionSource();
        _socket.Gate = gate.Task;
        _handler.Send(_actor, Write("one\ntwo\n"));
        var second = Write("three\n");
        _handler.Send(_actor, second);
        Assert.Same(second, _handler.ExpectMsg<Tcp.CommandFailed>().Cmd);

        gate.SetResult();

        _handler.ExpectMsg<Done>();
        Assert.Equal("one\ntwo\n", Encoding.UTF8.GetString(await _socket.NextSent()));
    }

    [Fact]
    public void A_close_by_the_client_is_reported_and_confirmed()
    {
        _socket.ReceiveClose();
        _handler.Send(_actor, Tcp.ResumeReading.Instance);
        _handler.ExpectMsg<Tcp.PeerClosed>();

        _handler.Send(_actor, Tcp.ConfirmedClose.Instance);

        _handler.ExpectMsg<Tcp.ConfirmedClosed>();
        _handler.ExpectTerminated(_actor);
    }

    [Fact]
    public void A_close_by_the_server_waits_for_that_of_the_client()
    {
        _handler.Send(_actor, Tcp.ConfirmedClose.Instance);
        ExpectSilence(_handler, _actor);
        _socket.ReceiveClose();
        _handler.Send(_actor, Tcp.ResumeReading.Instance);

        _handler.ExpectMsg<Tcp.ConfirmedClosed>();
        _handler.ExpectTerminated(_actor);
    }

    [Fact]
    public async Task A_failed_socket_reports_the_cause_and_ends()
    {
        _socket.Fail();
        _handler.Send(_actor, Tcp.ResumeReading.Instance);

        Assert.NotEmpty(_handler.ExpectMsg<Tcp.ErrorClosed>().Cause!);
        _handler.ExpectTerminated(_actor);
        await _end.Task;
        Assert.True(_socket.IsAborted);
    }

    [Fact]
    public async Task The_actor_ends_with_its_handler()
    {
        Sys.Stop(_handler.Ref);

        await _end.Task.WaitAsync(TimeSpan.FromSeconds(20));
        Assert.True(_socket.IsAborted);
    }
}
