using System.Net.Sockets;
using Akka.Hosting;
using LanChat.Protocol;
using LanChat.Protocol.Dialects.Native;
using LanChat.Server.Rooms;
using LanChat.Server.Settings;
using LanChat.Server.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LanChat.Server.Control;

/// <summary>
/// Listens on the control socket: each connection sends one <see cref="ControlRequest"/> and gets
/// one rich frame of version 2. A server that cannot listen there runs without.
/// </summary>
internal sealed class ControlSocket(
    ServerSettings settings, IRequiredActor<RoomManagerActor> rooms, ILogger<ControlSocket> log) : BackgroundService
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (ControlAddress.PathFor(settings) is not { } path || TryListen(path) is not { } listener) return;
        using (listener)
        {
            try
            {
                var commands = new ControlCommands(await rooms.WhenRegisteredAsync(stoppingToken));
                // One after the other: who may connect may do everything anyway.
                while (true) await AnswerNextAsync(listener, commands, stoppingToken);
            }
            catch (OperationCanceledException)
            {
                File.Delete(path);
            }
        }
    }

    private Socket? TryListen(string path)
    {
        try
        {
            DataFolder.Create(Path.GetDirectoryName(path)!);
            if (ControlAddress.EndPointOf(path) is not { } endPoint)
            {
                log.LogWarning("{Path} is too long for a socket: lanchat-server do does not work", path);
                return null;
            }

            if (IsInUse(endPoint))
            {
                log.LogWarning("{Path} is another server's: lanchat-server do commands that one", path);
                return null;
            }

            File.Delete(path);
            var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            listener.Bind(endPoint);
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            listener.Listen();
            return listener;
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or SocketException)
        {
            log.LogWarning("{Path} cannot be listened on, so lanchat-server do does not work: {Cause}", path, cause.Message);
            return null;
        }
    }

    /// <summary>
    /// Whether somebody listens: a server that was killed leaves the file behind.
    /// </summary>
    private static bool IsInUse(UnixDomainSocketEndPoint endPoint)
    {
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            socket.Connect(endPoint);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private async Task AnswerNextAsync(Socket listener, ControlCommands commands, CancellationToken stop)
    {
        try
        {
            using var client = await listener.AcceptAsync(stop);
            await AnswerAsync(client, commands);
        }
        catch (SocketException cause)
        {
            // Such as no descriptor left.
            log.LogWarning("a command cannot be accepted: {Cause}", cause.Message);
            await Task.Delay(Patience, stop);
        }
    }

    private async Task AnswerAsync(Socket client, ControlCommands commands)
    {
        try
        {
            using var patience = new CancellationTokenSource(Patience);
            var line = await ReadLineAsync(client, patience.Token);
            var reply = ControlRequest.Read(line) is { } request
                ? await commands.RunAsync(request)
                : new RoomEvent.Refused(Refusal.Malformed, new PeerAddress("0.0.0.0", 0), DateTime.Now);
            foreach (var frame in JsonEncoder.Rich2.Encode([reply with { ReplyTo = 1 }]))
                await client.SendAsync(frame, patience.Token);
        }
        catch (Exception cause) when (
            cause is SocketException or OperationCanceledException or Akka.Actor.AskTimeoutException)
        {
            log.LogDebug("a command was not answered: {Cause}", cause.Message);
        }
    }

    private static async Task<byte[]> ReadLineAsync(Socket client, CancellationToken stop)
    {
        var buffer = new byte[ControlRequest.MaxLine];
        var length = 0;
        while (length < buffer.Length && Array.IndexOf(buffer, (byte)'\n', 0, length) < 0)
        {
            var read = await client.ReceiveAsync(buffer.AsMemory(length), stop);
            if (read == 0) break;
            length += read;
        }

        return buffer[..length];
    }
}
