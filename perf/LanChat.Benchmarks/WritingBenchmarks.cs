using System.Net;
using System.Net.Sockets;
using Akka.Actor;
using Akka.IO;
using BenchmarkDotNet.Attributes;
using Tcp = Akka.IO.Tcp;

namespace LanChat.Benchmarks;

/// <summary>
/// One shared write through Akka.IO to a loopback socket, up to its acknowledgement.
/// </summary>
[MemoryDiagnoser]
public class WritingBenchmarks
{
    private const int Count = 10_000;

    private sealed class Acknowledged : Tcp.Event
    {
        public static readonly Acknowledged Instance = new();
    }

    private sealed record WriteAll(TaskCompletionSource Done);

    /// <summary>
    /// Owns one connection and writes the same bytes repeatedly, one pending write at a time.
    /// </summary>
    private sealed class Writer(EndPoint peer, byte[] bytes, TaskCompletionSource connected) : UntypedActor
    {
        private readonly Tcp.Write _write = Tcp.Write.Create(ByteString.FromBytes(bytes), Acknowledged.Instance);
        private IActorRef _connection = ActorRefs.Nobody;
        private TaskCompletionSource? _done;
        private int _left;

        protected override void PreStart() => Context.System.Tcp().Tell(new Tcp.Connect(peer));

        protected override void OnReceive(object message)
        {
            switch (message)
            {
                case Acknowledged: WriteOn(); break;
                case WriteAll all: (_done, _left) = (all.Done, Count); WriteOn(); break;
                case Tcp.Connected: Open(); break;
                case Tcp.CommandFailed:
                    connected.SetException(new SocketException((int)SocketError.ConnectionRefused));
                    break;
                default: Unhandled(message); break;
            }
        }

        private void Open()
        {
            _connection = Sender;
            _connection.Tell(new Tcp.Register(Self));
            connected.SetResult();
        }

        private void WriteOn()
        {
            if (_left-- > 0) _connection.Tell(_write);
            else _done!.SetResult();
        }
    }

    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private ActorSystem _system = null!;
    private IActorRef _writer = ActorRefs.Nobody;
    private Task _reader = Task.CompletedTask;

    /// <summary>One message, and a batch of a busy room.</summary>
    [Params(214, 44 * 214)]
    public int Bytes { get; set; }

    [GlobalSetup]
    public async Task Start()
    {
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _listener.Listen();
        _reader = Task.Run(ReadAll);
        _system = ActorSystem.Create("benchmarks");
        var (peer, bytes, connected) = (_listener.LocalEndPoint!, new byte[Bytes], new TaskCompletionSource());
        _writer = _system.ActorOf(Props.Create(() => new Writer(peer, bytes, connected)));
        await connected.Task;
    }

    [GlobalCleanup]
    public async Task Stop()
    {
        await _system.Terminate();
        await _reader;
        _listener.Dispose();
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public Task Write()
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _writer.Tell(new WriteAll(done));
        return done.Task;
    }

    private void ReadAll()
    {
        using var socket = _listener.Accept();
        var buffer = new byte[256 * 1024];
        try
        {
            while (socket.Receive(buffer) > 0)
            {
            }
        }
        catch (SocketException)
        {
            // The system has stopped, which resets the connection.
        }
    }
}
