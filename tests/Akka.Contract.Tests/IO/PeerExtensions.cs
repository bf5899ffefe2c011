using System.Net;
using System.Net.Sockets;
using System.Text;
using Akka.IO;
using Akka.TestKit;

namespace Akka.Contract.Tests.IO;

internal static class PeerExtensions
{
    public static void SendText(this Socket peer, string text) => peer.SendAll(Encoding.UTF8.GetBytes(text));

    public static void SendAll(this Socket peer, byte[] bytes)
    {
        for (var sent = 0; sent < bytes.Length;)
            sent += peer.Send(bytes, sent, bytes.Length - sent, SocketFlags.None);
    }

    /// <summary>Reads exactly this much, or throws when the stream ends before.</summary>
    public static byte[] Receive(this Socket peer, int count)
    {
        var bytes = new byte[count];
        for (var received = 0; received < count;)
        {
            var more = peer.Receive(bytes, received, count - received, SocketFlags.None);
            if (more == 0)
                throw new EndOfStreamException($"The stream ended after {received} of {count} bytes.");
            received += more;
        }
        return bytes;
    }

    public static string ReceiveText(this Socket peer, int count) => Encoding.UTF8.GetString(peer.Receive(count));

    /// <summary>
    /// True when the stream has come to its end in good order; throws when it was reset.
    /// </summary>
    public static bool IsAtEnd(this Socket peer) => peer.Receive(new byte[1]) == 0;

    /// <summary>True when the other side has ended the connection without a goodbye.</summary>
    public static bool IsReset(this Socket peer)
    {
        try
        {
            return peer.IsAtEnd() && false;
        }
        catch (SocketException exception) when (exception.SocketErrorCode == SocketError.ConnectionReset)
        {
            return true;
        }
    }

    /// <summary>
    /// True when the other side no longer has this connection: it has ended or was reset.
    /// </summary>
    public static bool IsGone(this Socket peer)
    {
        try
        {
            return peer.IsAtEnd();
        }
        catch (SocketException exception) when (exception.SocketErrorCode == SocketError.ConnectionReset)
        {
            return true;
        }
    }

    /// <summary>Ends the connection without a goodbye.</summary>
    public static void Reset(this Socket peer)
    {
        peer.LingerState = new LingerOption(true, 0);
        peer.Dispose();
    }

    /// <summary>Everything the handler is told as received, until it is this much.</summary>
    public static byte[] ExpectReceived(this TestProbe handler, int count)
    {
        var bytes = new List<byte>();
        while (bytes.Count < count)
            bytes.AddRange(handler.ExpectMsg<Tcp.Received>().Data.ToArray());
        return [.. bytes];
    }

    public static void ExpectReceived(this TestProbe handler, string text) =>
        Assert.Equal(text, Encoding.UTF8.GetString(handler.ExpectReceived(Encoding.UTF8.GetByteCount(text))));

    /// <summary>The same address without the IPv6 clothes a dual-mode socket gives it.</summary>
    public static EndPoint Unmapped(this EndPoint address) =>
        address is IPEndPoint { Address.IsIPv4MappedToIPv6: true } ip
            ? new IPEndPoint(ip.Address.MapToIPv4(), ip.Port)
            : address;
}
