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
    public void A_message_is_a_line_at_least()
    {
        _socket.Come(Bytes("one"));
        _socket.Come(Bytes("two\nthree\n"));
        _socket.Come([]);

        Assert.Equal(("one\n", "two\nthree\n", "\n"), (Read(), Read(), Read()));
    }

    [Fact]
    public void A_message_in_pieces_ends_with_the_last_and_an_empty_piece_is_passed_over()
    {
        _socket.Come(Bytes("on"), isLast: false);
        _socket.Come([], isLast: false);
        _socket.Come(Bytes("e"));

        Assert.Equal(("on", "e\n"), (Read(), Read()));
    }

    [Fact]
    public void It_reads_only_when_it_is_told_to()
    {
        _socket.Come(Bytes("one"));
        _socket.Come(Bytes("two"));
        Read();

        ExpectSilence(_handler, _actor);
    }

    [Fact]
    public async Task One_write_at_a_time_leaves_as_one_message_and_is_acknowledged_then()
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
    public void The_other_end_s_close_is_told_and_confirmed()
    {
        _socket.ComesNoMore();
        _handler.Send(_actor, Tcp.ResumeReading.Instance);
        _handler.ExpectMsg<Tcp.PeerClosed>();

        _handler.Send(_actor, Tcp.ConfirmedClose.Instance);

        _handler.ExpectMsg<Tcp.ConfirmedClosed>();
        _handler.ExpectTerminated(_actor);
    }

    [Fact]
    public void A_close_of_this_end_waits_for_the_other_s()
    {
        _handler.Send(_actor, Tcp.ConfirmedClose.Instance);
        ExpectSilence(_handler, _actor);
        _socket.ComesNoMore();
        _handler.Send(_actor, Tcp.ResumeReading.Instance);

        _handler.ExpectMsg<Tcp.ConfirmedClosed>();
        _handler.ExpectTerminated(_actor);
    }

    [Fact]
    public async Task A_broken_one_says_why_and_ends()
    {
        _socket.Breaks();
        _handler.Send(_actor, Tcp.ResumeReading.Instance);

        Assert.NotEmpty(_handler.ExpectMsg<Tcp.ErrorClosed>().Cause!);
        _handler.ExpectTerminated(_actor);
        await _end.Task;
        Assert.True(_socket.IsAborted);
    }

    [Fact]
    public async Task It_ends_with_its_handler()
    {
        Sys.Stop(_handler.Ref);

        await _end.Task.WaitAsync(TimeSpan.FromSeconds(20));
        Assert.True(_socket.IsAborted);
    }
}
