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

    /// <summary>Reads exactly this many bytes; throws if the stream ends before.</summary>
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

    /// <summary>Whether the stream has ended; throws if it was reset.</summary>
    public static bool IsAtEnd(this Socket peer) => peer.Receive(new byte[1]) == 0;

    /// <summary>Whether the other side has reset the connection.</summary>
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

    /// <summary>Whether the connection has ended or was reset.</summary>
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

    /// <summary>Resets the connection.</summary>
    public static void Reset(this Socket peer)
    {
        peer.LingerState = new LingerOption(true, 0);
        peer.Dispose();
    }

    /// <summary>Collects received bytes up to this number.</summary>
    public static byte[] ExpectReceived(this TestProbe handler, int count)
    {
        var bytes = new List<byte>();
        while (bytes.Count < count)
            bytes.AddRange(handler.ExpectMsg<Tcp.Received>().Data.ToArray());
        return [.. bytes];
    }

    public static void ExpectReceived(this TestProbe handler, string text) =>
        Assert.Equal(text, Encoding.UTF8.GetString(handler.ExpectReceived(Encoding.UTF8.GetByteCount(text))));

    /// <summary>Maps an address of a dual-mode socket back to IPv4.</summary>
    public static EndPoint Unmapped(this EndPoint address) =>
        address is IPEndPoint { Address.IsIPv4MappedToIPv6: true } ip
            ? new IPEndPoint(ip.Address.MapToIPv4(), ip.Port)
            : address;
}
