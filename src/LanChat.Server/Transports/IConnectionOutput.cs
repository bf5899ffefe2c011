using Akka.IO;

namespace LanChat.Server.Transports;

/// <summary>What a connection writes to.</summary>
internal interface IConnectionOutput
{
    /// <summary>
    /// Takes data, which nobody changes any more; true when more may come at once, and otherwise it is told when.
    /// </summary>
    bool Write(ByteString data);

    /// <summary>Ends the output once all of it is sent, which is told.</summary>
    void End();
}
