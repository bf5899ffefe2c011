using System.Net.Sockets;

namespace Akka.IO;

/// <summary>What can be set on a socket, of whatever protocol.</summary>
public class Inet
{
    /// <summary>
    /// A setting, applied when its moment comes: before a datagram socket or a listening one is bound, before a connection
    /// is attempted, and once it stands. Derive from it for options that are missing here.
    /// </summary>
    public abstract class SocketOption
    {
        public virtual void BeforeDatagramBind(Socket ds)
        {
        }

        public virtual void BeforeServerSocketBind(Socket ss)
        {
        }

        public virtual void BeforeConnect(Socket s)
        {
        }

        /// <summary>For connections made and connections accepted.</summary>
        public virtual void AfterConnect(Socket s)
        {
        }
    }

    /// <summary>A setting that can wait until a datagram socket is bound.</summary>
    public abstract class SocketOptionV2 : SocketOption
    {
        public virtual void AfterBind(Socket s)
        {
        }
    }

    /// <summary>Makes the datagram socket itself.</summary>
    public class DatagramChannelCreator : SocketOption
    {
        public virtual Socket Create(AddressFamily addressFamily) => new(addressFamily, SocketType.Dgram, ProtocolType.Udp);
    }

    public abstract class SoForwarders
    {
    }

    public static class SO
    {
        public class ReceiveBufferSize(int size) : SocketOption
        {
            public override void BeforeServerSocketBind(Socket ss) => ss.ReceiveBufferSize = size;

            public override void BeforeDatagramBind(Socket ds) => ds.ReceiveBufferSize = size;

            public override void BeforeConnect(Socket s) => s.ReceiveBufferSize = size;
        }

        public class SendBufferSize(int size) : SocketOption
        {
            public override void AfterConnect(Socket s) => s.SendBufferSize = size;
        }

        public class ReuseAddress(bool on) : SocketOption
        {
            public override void BeforeServerSocketBind(Socket ss) => Set(ss);

            public override void BeforeDatagramBind(Socket ds) => Set(ds);

            public override void BeforeConnect(Socket s) => Set(s);

            private void Set(Socket socket) => socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, on);
        }
    }
}
