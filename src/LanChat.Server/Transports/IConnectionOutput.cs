using Akka.IO;

namespace LanChat.Server.Transports;

/// <summary>The sending side of a connection.</summary>
internal interface IConnectionOutput
{
    /// <summary>
    /// Sends data, which must not change afterwards. Returns false if the buffer is full; the
    /// callback then reports when there is space again.
    /// </summary>
    bool Write(ByteString data);

    /// <summary>Shuts the sending side down after all data; the callback reports when.</summary>
    void End();
}
