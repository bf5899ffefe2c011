using LanChat.Protocol;
using LanChat.Server.Lookup;

namespace LanChat.Server.Connections;

/// <summary>Questions about the history: one at a time, and what the client says after it is heard when it is answered.</summary>
internal sealed partial class ConnectionActor
{
    private bool _looksUp;

    private void LookUp(ClientMessage question)
    {
        _looksUp = true;
        _ear.Pause();
        Want(question);
    }

    private void Hear(LookupProtocol.Answer answer)
    {
        Send(Encode(answer.Told));
        _looksUp = false;
        _awaitsRoom = false;
        HearOn();
    }
}
