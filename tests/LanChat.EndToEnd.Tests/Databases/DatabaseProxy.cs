using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace LanChat.EndToEnd.Tests.Databases;

/// <summary>
/// A TCP proxy in front of the database. Closing it looks like a stopped database; it reopens at
/// the same port.
/// </summary>
internal sealed class DatabaseProxy : IDisposable
{
    private readonly Lock _lock = new();
    private readonly List<Socket> _sockets = [];
    private readonly EndPoint _database;
    private IPEndPoint _here = new(IPAddress.Loopback, 0);
    private Socket? _listener;

    public DatabaseProxy(NpgsqlConnectionStringBuilder database)
    {
        _database = database.Host!.StartsWith('/')
            ? new UnixDomainSocketEndPoint($"{database.Host}/.s.PGSQL.{database.Port}")
            : new DnsEndPoint(database.Host, database.Port);
        Open();
        ThroughProxy = new NpgsqlConnectionStringBuilder(database.ConnectionString)
        {
            Host = $"{_here.Address}",
            Port = _here.Port,
        };
    }

    /// <summary>The connection string that goes through this proxy.</summary>
    public NpgsqlConnectionStringBuilder ThroughProxy { get; }

    public void Open()
    {
        var listener = _listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(_here);
        listener.Listen();
        _here = (IPEndPoint)listener.LocalEndPoint!;
        Task.Run(async () =>
        {
            while (true) _ = Connect(await listener.AcceptAsync());
        });
    }

    public void Close()
    {
        _listener?.Dispose();
        lock (_lock)
        {
            _sockets.ForEach(socket => socket.Dispose());
            _sockets.Clear();
        }
    }

    public void Dispose() => Close();

    private async Task Connect(Socket near)
    {
        var far = new Socket(
            _database.AddressFamily == AddressFamily.Unix ? AddressFamily.Unix : AddressFamily.InterNetwork,
            SocketType.Stream,
            ProtocolType.IP);
        lock (_lock) _sockets.AddRange([near, far]);
        await far.ConnectAsync(_database);
        await Task.WhenAny(Copy(near, far), Copy(far, near));
        near.Dispose();
        far.Dispose();
    }

    private static async Task Copy(Socket from, Socket to)
    {
        var bytes = new byte[65536];
        while (await from.ReceiveAsync(bytes) is > 0 and var count) await to.SendAsync(bytes.AsMemory(0, count));
    }
}
